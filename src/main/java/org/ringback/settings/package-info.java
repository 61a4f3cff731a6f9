/**
 * What is remembered between two starts. Takes one record and gives it back, damaged files included; it must never know
 * who sets or uses the values.
 */
package org.ringback.settings;
