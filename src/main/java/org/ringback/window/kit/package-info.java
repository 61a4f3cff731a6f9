/**
 * What every view is built from: cards, prose, icons, key help, the look. Takes texts and answers and gives out nodes; it
 * must never know a section of the window.
 */
package org.ringback.window.kit;
