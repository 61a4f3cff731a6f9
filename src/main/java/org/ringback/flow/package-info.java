/**
 * What flowed beside a call. Takes calls, and the streams and packets that were captured with them, and gives the streams of
 * each call with how surely they are its own, and what devices reported of them; it must never know findings.
 */
package org.ringback.flow;
