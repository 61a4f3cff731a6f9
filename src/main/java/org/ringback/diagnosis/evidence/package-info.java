/**
 * What can be asked about a call: its exchanges, logins, registrations, media and refusals, and what else was captured
 * beside it. Takes calls and their legs and gives out facts, each worked out when first asked for; it must never know
 * what is found in them.
 */
package org.ringback.diagnosis.evidence;
