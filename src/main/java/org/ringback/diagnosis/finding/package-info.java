/**
 * What a rule may say: a kind with its weight, how certain it is, the messages that prove it, and the values that its words
 * hold. Takes and gives records only; it must never know how a finding was arrived at.
 */
package org.ringback.diagnosis.finding;
