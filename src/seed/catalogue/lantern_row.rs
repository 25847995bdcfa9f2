//! Lantern Row Theatre Company: London, Dublin and New York, in euros and dollars.

use super::{DAY_BEFORE, House, OrganiserSeed, RefundSeed, VenueSeed, WEEK_THEN_HALF, every, on, ticket};

/// A theatre company with two homes.
pub fn organiser() -> OrganiserSeed {
    let house = House { currency: "EUR" };
    let venues = vec![
        VenueSeed {
            name: "Lantern Row Theatre",
            lines: &["17 Lantern Row"],
            city: "London",
            country_code: "GB",
            time_zone: "Europe/London",
            capacity: 310,
        },
        VenueSeed {
            name: "The Prop Store",
            lines: &["17 Lantern Row", "Stage door"],
            city: "London",
            country_code: "GB",
            time_zone: "Europe/London",
            capacity: 90,
        },
        VenueSeed {
            name: "Lantern Row at Pier 9",
            lines: &["Pier 9, Wharf Street"],
            city: "New York",
            country_code: "US",
            time_zone: "America/New_York",
            capacity: 200,
        },
        VenueSeed {
            name: "Harbour Assembly Rooms",
            lines: &["2 Assembly Square"],
            city: "Dublin",
            country_code: "IE",
            time_zone: "Europe/Dublin",
            capacity: 260,
        },
    ];
    let events = vec![
        house.event(
            "The Lighthouse Keepers",
            "Two sisters, one lamp and a letter that arrives thirty years late.",
            "A new play for two actors in ninety minutes without an interval.\n\n> \"Somebody has to be awake.\"\n\nThe run is short. Wednesday performances are captioned; Thursday performances are audio described.",
            &["theatre"], 0, on(&[3, 4, 5, 10, 11, 12, 17, 18, 19], "19:30", 90),
            vec![ticket("Stalls", 4_200, 140), ticket("Circle", 3_000, 100), ticket("Day seat", 1_500, 10).sold_out()], WEEK_THEN_HALF,
        ),
        house.event(
            "Much Ado in the Foyer",
            "The comedy, played on the stairs, in the bar and once in the lift.",
            "You walk, they talk. Allow for two hours on your feet; there is a seated route, please choose it when booking.",
            &["theatre", "comedy"], 0, on(&[24, 25, 26], "19:00", 120),
            vec![ticket("Walking", 2_800, 80), ticket("Seated route", 2_800, 16).nearly_sold_out()], DAY_BEFORE,
        ),
        house.event(
            "Improv Against the Clock",
            "Six players, sixty scenes, sixty minutes.",
            "A bell, a blackboard and suggestions from the floor. Every Friday, never twice.",
            &["comedy"], 1, every(7, 8, 6, "21:00", 60),
            vec![ticket("Entry", 1_400, 26).nearly_sold_out()], DAY_BEFORE,
        ),
        house.event(
            "A Bear at the Bus Stop",
            "A play for children from four and for everyone who waits.",
            "With puppets, weather and one real bus sign. Relaxed performances on Sundays: the lights stay on, and coming and going is fine.",
            &["family", "theatre"], 0, on(&[8, 9, 15, 16, 22, 23], "11:00", 55),
            vec![ticket("Adult", 1_600, 120), ticket("Child", 1_000, 150), ticket("Group of ten", 9_000, 8).per_booking(1, 2)], WEEK_THEN_HALF,
        ),
        house.event(
            "Write the First Ten Pages",
            "A playwriting workshop for people who keep starting.",
            "One day, twelve writers, ten pages each. You leave with a first scene that was read aloud by actors.",
            &["workshops", "theatre"], 1, on(&[20, 48], "10:00", 420),
            vec![ticket("Place", 9_500, 12).sold_out(), ticket("Listener", 2_500, 10).sold_out()], RefundSeed::Tiered(&[(336, 100), (168, 50)]),
        ),
        house.event(
            "Stagecraft: Rain, Smoke and Thunder",
            "How theatres make weather, shown and then undone.",
            "Our stage manager opens the cupboards. There will be a storm at half past; coats can be left in the cloakroom.",
            &["talks", "family"], 0, on(&[13, 41], "14:00", 75),
            vec![ticket("Adult", 1_200, 150), ticket("Under 16", 0, 80)], DAY_BEFORE,
        ),
        house.event(
            "Pier 9: The Understudy",
            "A one-woman thriller about waiting in the wings.",
            "She knows every line. Tonight the star is late. **The Understudy** crosses the ocean for three weeks by the river.",
            &["theatre"], 2, on(&[29, 30, 31, 36, 37, 38], "20:00", 85),
            vec![ticket("Orchestra", 5_400, 110), ticket("Balcony", 3_600, 70), ticket("Student rush", 1_500, 12).nearly_sold_out()], WEEK_THEN_HALF,
        )
        .in_currency("USD"),
        house.event(
            "Pier 9: Open Mic for Monologues",
            "Three minutes, one light, your words or someone else's.",
            "Sign up at the door to perform; book a seat to watch. The house cheers for everyone.",
            &["comedy", "theatre"], 2, every(14, 4, 11, "19:30", 150),
            vec![ticket("Seat", 1_000, 120), ticket("Performer", 0, 20)], DAY_BEFORE,
        )
        .in_currency("USD"),
        house.event(
            "Pier 9: Dumpling Night with Radio Play",
            "Learn to fold, then eat while a ghost story is told live with sound effects.",
            "The kitchen opens at six, the microphones at eight. Vegetarian and vegan fillings; tell us about allergies at the door.",
            &["food", "theatre"], 2, on(&[27, 55], "18:00", 210),
            vec![ticket("Seat with dinner", 6_800, 40), ticket("Story only", 2_200, 60)], WEEK_THEN_HALF,
        )
        .in_currency("USD"),
        house.event(
            "Late Desk: Stand-up for the Sleepless",
            "Four new acts and one old hand, after the last train but one.",
            "Hosted by whoever lost the coin toss. Ends in time for the night bus.",
            &["comedy"], 1, every(7, 6, 7, "22:30", 80),
            vec![ticket("Entry", 1_200, 70), ticket("Two for one", 1_800, 20).per_booking(1, 4)], DAY_BEFORE,
        ),
        house.event(
            "Dublin Readings: Letters Never Sent",
            "Actors read letters from the archive, chosen by the audience by number.",
            "There are two hundred letters and time for fifteen. Music between them on the concertina.",
            &["talks", "theatre"], 3, on(&[34, 35], "19:30", 100),
            vec![ticket("Seat", 2_000, 180), ticket("Concession", 1_400, 60)], DAY_BEFORE,
        ),
        house.event(
            "Shadow Puppets in an Afternoon",
            "Cut paper, borrow a lamp, tell a story.",
            "For children from seven with a grown-up. Every pair takes its theatre home in a shoe box.",
            &["workshops", "family"], 1, on(&[14, 28, 42], "14:30", 150),
            vec![ticket("Pair", 3_200, 15).nearly_sold_out().per_booking(1, 2)], WEEK_THEN_HALF,
        ),
        house.event(
            "Ask a Director Anything",
            "An hour online with the people who made the season.",
            "Bring questions about casting, cuts and curtain calls. The link comes with your booking; a recording follows.",
            &["talks"], 0, on(&[21], "18:00", 60),
            vec![ticket("Online place", 0, 400), ticket("Supporter", 1_000, 100)], RefundSeed::Full { until_hours: 1 },
        )
        .held("ONLINE"),
        house.event(
            "The Winter Ball of Forgotten Costumes",
            "Dance in what the wardrobe never threw away.",
            "We lend the costumes, you bring the shoes. Callers teach every dance. Carriages at midnight.",
            &["festivals", "theatre"], 3, on(&[58], "19:00", 300),
            vec![ticket("Dancer", 3_600, 150), ticket("Spectator's gallery", 1_800, 60)], WEEK_THEN_HALF,
        ),
        house.event(
            "Company Class: Move Like a Crowd",
            "An open physical theatre class, every Tuesday before the show.",
            "Wear something you can kneel in. All bodies, all ages above sixteen.",
            &["workshops", "sport"], 1, every(7, 8, 5, "17:30", 75),
            vec![ticket("Class", 900, 30), ticket("First time free", 0, 6).sold_out().per_booking(1, 1)], RefundSeed::Full { until_hours: 4 },
        ),
    ];
    OrganiserSeed {
        slug: "lantern-row",
        name: "Lantern Row Theatre Company",
        currency: "EUR",
        time_zone: "Europe/London",
        venues,
        events,
    }
}
