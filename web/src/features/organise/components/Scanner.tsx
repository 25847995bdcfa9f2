/** The camera as a scanner, where the browser can read QR codes; elsewhere there is the typed code. */
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { organiseMessages as texts } from "../messages.ts";
import styles from "./Scanner.module.css";

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}

type DetectorClass = new (options: { formats: string[] }) => Detector;

/** How often a frame is looked at, in milliseconds. */
const FRAME_MILLISECONDS = 200;
/** The same code is not taken twice within this long, in milliseconds: it is still in front of the camera. */
const REPEAT_MILLISECONDS = 4_000;

export function Scanner({ paused, onScan }: { paused: boolean; onScan: (payload: string) => void }) {
  const Detector = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const video = useRef<HTMLVideoElement>(null);
  const last = useRef({ payload: "", at: 0 });
  const [running, setRunning] = useState(false);
  const [broken, setBroken] = useState(false);
  const look = useEffectEvent(async (detector: Detector) => {
    if (paused || !video.current || video.current.readyState < 2) return;
    const payload = (await detector.detect(video.current))[0]?.rawValue;
    if (!payload) return;
    const now = Date.now();
    if (payload === last.current.payload && now - last.current.at < REPEAT_MILLISECONDS) return;
    last.current = { payload, at: now };
    onScan(payload);
  });
  useEffect(() => {
    if (!running || !Detector) return;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setInterval> | undefined;
    let over = false;
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: "environment" } })
      .then(async (opened) => {
        stream = opened;
        if (over || !video.current) {
          for (const track of opened.getTracks()) track.stop();
          return;
        }
        video.current.srcObject = opened;
        await video.current.play();
        const detector = new Detector({ formats: ["qr_code"] });
        timer = setInterval(() => {
          look(detector).catch(() => undefined);
        }, FRAME_MILLISECONDS);
      })
      .catch(() => {
        setBroken(true);
        setRunning(false);
      });
    return () => {
      over = true;
      clearInterval(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [running, Detector]);

  if (!Detector) return null;
  return (
    <div className={styles.scanner}>
      {broken && <Notice tone="warn">{texts.noCamera}</Notice>}
      {running && <video ref={video} muted playsInline className={styles.video} />}
      <Button
        variant="outlined"
        fullWidth
        startIcon={<Icon name="camera" />}
        onClick={() => {
          setBroken(false);
          setRunning(!running);
        }}
      >
        {running ? texts.stopScan : texts.scan}
      </Button>
    </div>
  );
}
