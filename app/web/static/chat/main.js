// Starts the page's script. Everything listens on the document, since Gradio redraws what stands in it.
import "./actions.js";
import "./card.js";
import "./edit.js";
import "./follow.js";
import "./kept.js";
import "./lost.js";
import "./manage.js";
import "./panels.js";
import "./rating.js";
import "./report.js";
import "./speech.js";
