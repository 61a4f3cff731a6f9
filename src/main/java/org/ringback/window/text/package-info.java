/**
 * Text that is read: drawn right in every script, chosen by mouse and keys, copied and found. Takes words and gives out nodes;
 * it must never know calls, findings or a section of the window.
 */
package org.ringback.window.text;
