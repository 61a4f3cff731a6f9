/**
 * What is happening now. Takes what the user does, one call per intent, and gives out observable state for views; it
 * must never know the toolkit.
 */
package org.ringback.session;
