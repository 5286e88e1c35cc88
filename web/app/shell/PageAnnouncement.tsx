import { useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/**
 * Announces the page title to screen readers after a client-side navigation, as browsers do after a
 * page load.
 */
export function PageAnnouncement() {
  const { pathname } = useLocation();
  const [title, setTitle] = useState("");
  const previous = useRef(pathname);

  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    setTitle(document.title);
  }, [pathname]);

  return (
    <p role="status" className="sr-only">
      {title}
    </p>
  );
}
