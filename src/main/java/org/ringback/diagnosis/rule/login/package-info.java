/**
 * Rules about digest authentication: credentials that are missing, wrong, stale or meant for somebody else. Takes the
 * evidence of one call and gives out findings; it must never know words or what other rules found.
 */
package org.ringback.diagnosis.rule.login;
