/**
 * What many calls have in common: takes calls one by one with what was found out about each, and gives incidents, each
 * of them one cause that struck several. It must never know files, words or who asks.
 */
package org.ringback.diagnosis.incident;
