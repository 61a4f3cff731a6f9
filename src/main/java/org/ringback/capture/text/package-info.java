/** Logs and text exports with SIP messages in them. */
package org.ringback.capture.text;
