/**
 * Why a call went as it did. Takes calls with what else was captured beside them and gives out findings, each with the
 * messages that prove it, and their words in one language; it must never know how anything is shown.
 */
package org.ringback.diagnosis;
