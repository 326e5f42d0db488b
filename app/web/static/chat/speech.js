// Keeps the page's language: Gradio sets that of its own words, which it does not have in Vietnamese.
import { page } from "./dom.js";

const language = location.pathname.startsWith("/en") ? "en" : "vi";
const speak = () => page.lang === language || (page.lang = language);
new MutationObserver(speak).observe(page, { attributeFilter: ["lang"] });
speak();
