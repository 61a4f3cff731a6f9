package org.ringback.page;

import org.ringback.call.Message;
import org.ringback.capture.wire.Sighting;
import org.ringback.handbook.CodeClass;

/** A text that leads somewhere. */
public sealed interface Link {

    /** Says all there is to say, for where the text stands alone. */
    String text();

    /**
     * Leads to an address, which opens only when the user asks for it.
     *
     * @param document of which the address is a place: a title under which several places can stand
     * @param place in the document
     */
    record Web(String text, String url, String document, String place) implements Link {

        /** The whole document, in which this is a place. */
        public Web whole() {
            int fragment = url.indexOf('#');
            return fragment < 0 ? this : new Web(document, url.substring(0, fragment), document, document);
        }
    }

    /**
     * Leads to the page of a code.
     *
     * @param phrase as it stands on the wire
     * @param explained the phrase explained, in the language of the page
     */
    record Code(String text, int number, String phrase, String explained) implements Link {

        /** How people name it: {@code 486 Busy Here}. */
        public String title() {
            return number + " " + phrase;
        }

        public CodeClass codeClass() {
            return CodeClass.of(number);
        }
    }

    /**
     * Leads to a message that proves something.
     *
     * @param text with its place in the file
     * @param moment what it is and when, for where the message itself is at hand
     */
    record Proof(String text, String moment, Message message) implements Link {}

    /**
     * Leads to what a packet that is no message shows, if that is shown anywhere.
     *
     * @param text with its place in the file
     */
    record Packet(String text, Sighting packet) implements Link {}
}
