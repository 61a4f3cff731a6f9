/**
 * What is seen. Takes the session's observable state and shows it, and passes on what the user does, one call per intent; it
 * is, with the rooms below it, the only place that knows the toolkit, and it must never decide anything about SIP.
 */
package org.ringback.window;
