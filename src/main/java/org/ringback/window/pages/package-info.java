/**
 * The handbook and the comparison. Takes their models and shows the picker beside the page; it must never know the
 * section of calls.
 */
package org.ringback.window.pages;
