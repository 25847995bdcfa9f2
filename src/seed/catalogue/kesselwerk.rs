//! Kesselwerk Berlin: concerts and what belongs to them, in euros.

use super::{DAY_BEFORE, House, OrganiserSeed, RefundSeed, VenueSeed, WEEK_THEN_HALF, every, on, ticket};

/// A concert hall in an old boiler house.
pub fn organiser() -> OrganiserSeed {
    let house = House { currency: "EUR" };
    let venues = vec![
        VenueSeed {
            name: "Kesselwerk Großer Saal",
            lines: &["Uferhallenweg 12"],
            city: "Berlin",
            country_code: "DE",
            time_zone: "Europe/Berlin",
            capacity: 640,
        },
        VenueSeed {
            name: "Kesselwerk Heizkeller",
            lines: &["Uferhallenweg 12", "Eingang Hof 2"],
            city: "Berlin",
            country_code: "DE",
            time_zone: "Europe/Berlin",
            capacity: 120,
        },
        VenueSeed {
            name: "Speicher Nordkai",
            lines: &["Nordkai 4"],
            city: "Hamburg",
            country_code: "DE",
            time_zone: "Europe/Berlin",
            capacity: 380,
        },
        VenueSeed {
            name: "Pavillon am Weiher",
            lines: &["Weiherallee 1"],
            city: "Leipzig",
            country_code: "DE",
            time_zone: "Europe/Berlin",
            capacity: 250,
        },
    ];
    let events = vec![
        house.event(
            "Nachtzug: Strings After Midnight",
            "A string quintet plays the timetable of the last night train, one station at a time.",
            "Five players, one lamp each, and a programme that follows the line from **Berlin to Trieste**.\n\nEvery station is a piece of two to six minutes; some are by composers you know, most were written for this evening. There is no interval, and nobody minds if you close your eyes.",
            &["music"], 0, on(&[9, 10, 30], "21:30", 80),
            vec![ticket("Seat", 3_200, 240), ticket("Standing", 1_800, 120), ticket("Under 26", 1_200, 60)], WEEK_THEN_HALF,
        ),
        house.event(
            "Brass Kollektiv Ostkreuz",
            "Fourteen horns, two drummers, no chairs.",
            "The loudest band of the neighbourhood comes home. Expect marching tunes that forgot how to march, and a second half in the middle of the audience.",
            &["music"], 0, on(&[5], "20:00", 150),
            vec![ticket("Standing", 2_400, 40).nearly_sold_out(), ticket("Gallery seat", 3_400, 80)], DAY_BEFORE,
        ),
        house.event(
            "The Quiet Machines",
            "Modular synthesis in the old boiler room, played in the dark.",
            "Three artists, one power strip. **The Quiet Machines** is our monthly night for electronic music that listens back.\n\n- doors half an hour before the start\n- earplugs at the bar, though you will not need them",
            &["music"], 1, every(28, 4, 12, "21:00", 180),
            vec![ticket("Entry", 1_600, 24).sold_out(), ticket("Supporter", 2_600, 30).sold_out()], DAY_BEFORE,
        ),
        house.event(
            "Sunday Breakfast Concert",
            "Chamber music at eleven, rolls and coffee included.",
            "Forty minutes of music, then breakfast at long tables with the players. Children may move about.",
            &["music", "family", "food"], 3, every(14, 5, 8, "11:00", 120),
            vec![ticket("Adult", 1_900, 90), ticket("Child", 600, 60)], DAY_BEFORE,
        ),
        house.event(
            "Aurel Brandt Trio: Harbour Songs",
            "Piano, double bass and a drum kit made of crates.",
            "The trio wrote these songs in a warehouse in winter; now they play them in one. The room is heated.",
            &["music"], 2, on(&[18, 19], "20:00", 110),
            vec![ticket("Front rows", 3_800, 60), ticket("Seat", 2_800, 160)], WEEK_THEN_HALF,
        ),
        house.event(
            "Orchestra of the Long Table: New Year Rehearsal",
            "An open rehearsal: sit between the players, ask anything.",
            "Amateurs and professionals rehearse one symphony in a single afternoon. Chairs are set **inside** the orchestra. Free, but please book: there are only so many chairs.",
            &["music", "talks"], 0, on(&[22], "15:00", 180),
            vec![ticket("Chair among the strings", 0, 40).sold_out(), ticket("Chair among the winds", 0, 30).sold_out()], RefundSeed::Full { until_hours: 2 },
        ),
        house.event(
            "How a Concert Hall Breathes",
            "A building tour with the acoustics team: ladders, ropes and one very long echo.",
            "We climb from the boiler room to the lighting bridge. Sturdy shoes, please; the tour is not step-free beyond the foyer.",
            &["talks", "workshops"], 0, every(7, 6, 4, "16:30", 75),
            vec![ticket("Tour place", 900, 20)], DAY_BEFORE,
        ),
        house.event(
            "Tape Loops for Beginners",
            "Cut, splice and play: make an instrument from a cassette in four hours.",
            "We bring machines, tape, razor blades and patience. You bring nothing and take home a loop of your own.",
            &["workshops", "music"], 1, on(&[15, 43], "13:00", 240),
            vec![ticket("Place", 4_500, 14).nearly_sold_out()], RefundSeed::Tiered(&[(336, 100), (72, 50)]),
        ),
        house.event(
            "Silent Film, Loud Organ",
            "A restored comedy of 1926 with live cinema organ.",
            "The print was found in a cellar in Görlitz; the organ was found in ours. Seven reels, one organist, some thunder.",
            &["film", "music"], 0, on(&[26, 54], "19:30", 105),
            vec![ticket("Seat", 2_200, 300), ticket("Family of four", 5_600, 40).per_booking(1, 2)], DAY_BEFORE,
        ),
        house.event(
            "Choir Without an Audience",
            "Everybody sings. There is no stage.",
            "Three songs in four parts, learnt by ear in ninety minutes and sung once. You need no experience and no score.",
            &["music", "workshops"], 3, every(21, 3, 16, "18:30", 120),
            vec![ticket("Singer", 800, 150), ticket("Pay what you can: free", 0, 40)], DAY_BEFORE,
        ),
        house.event(
            "Winterfest am Ufer",
            "Two days, three stages, one fire.",
            "Nine bands, a dance floor for children in the afternoon, soup from six kitchens and a bonfire by the water when it gets dark.\n\n**Day tickets** are valid on one day.",
            &["festivals", "music", "food"], 0, on(&[47, 48], "14:00", 600),
            vec![ticket("Day ticket", 3_900, 380), ticket("Reduced", 2_400, 150), ticket("Child under 12", 0, 100)], WEEK_THEN_HALF,
        ),
        house.event(
            "Marlene Ost: Lists of Things I Lost",
            "Songs and stories for voice and suitcase.",
            "One singer, one suitcase, twenty-one objects. The audience chooses the order, so no two nights are the same.",
            &["music", "comedy"], 1, on(&[6, 7, 8], "20:30", 95),
            vec![ticket("Seat", 2_100, 30).sold_out(), ticket("Stool at the bar", 1_500, 16).sold_out()], DAY_BEFORE,
        ),
        house.event(
            "Listening Session: Field Recordings from the Oder",
            "An hour of river, played back in the round.",
            "Recorded over one year with twelve microphones. We sit, we listen, we talk afterwards over tea.",
            &["talks", "music"], 1, on(&[33], "19:00", 90),
            vec![ticket("Cushion", 1_000, 40), ticket("Chair", 1_000, 30)], DAY_BEFORE,
        ),
        house.event(
            "Kiezlauf 10: Run to the Hall",
            "Ten kilometres along the canal, with a band at every bridge.",
            "The run starts and ends at the Kesselwerk. There is a shorter course for families, timing for those who like it, and lentil stew for everyone.",
            &["sport", "family"], 0, on(&[61], "10:00", 240),
            vec![ticket("10 km", 2_000, 350), ticket("Family 3 km", 500, 200).per_booking(1, 6)], RefundSeed::None,
        ),
        house.event(
            "Hamburg Late: Dub at the Quay",
            "Heavy bass in a warehouse with very thick walls.",
            "Two sound systems face each other across the old coffee store. The last ferry waits until the last record.",
            &["music"], 2, on(&[25, 53, 81], "22:00", 300),
            vec![ticket("Early", 1_400, 20).sold_out(), ticket("Regular", 2_000, 280)], DAY_BEFORE,
        ),
        house.event(
            "Opera in a Suitcase: The Clockmaker's Daughter",
            "A chamber opera for three voices, an accordion and children from six up.",
            "Everything on stage comes out of one suitcase, including the storm. Sixty minutes, in German, with picture cards for everyone else.",
            &["music", "theatre", "family"], 3, on(&[37, 38, 39], "15:30", 60),
            vec![ticket("Adult", 1_800, 120), ticket("Child", 900, 120)], WEEK_THEN_HALF,
        ),
    ];
    OrganiserSeed {
        slug: "kesselwerk",
        name: "Kesselwerk Berlin",
        currency: "EUR",
        time_zone: "Europe/Berlin",
        venues,
        events,
    }
}
