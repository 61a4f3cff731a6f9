/**
 * The section of calls: the list, its tools, and the page of the open call. Takes the model of the calls and shows it;
 * it must never know the views of the handbook.
 */
package org.ringback.window.calls;
