/**
 * What is seen. Takes the session's observable state and shows it, and passes on what the user does, one call per
 * intent; it is, with the rooms below it, the only place that knows the toolkit, and it must never know how a finding
 * was arrived at.
 */
package org.ringback.window;
