package org.ringback.search;

import org.ringback.language.NamedKey;

/** What is said of something that is no response code. */
enum AsideText implements NamedKey {
    /** {0} a number, {1} the class it counts */
    WIRESHARK_BUCKET,
    /** {0} a number of Teams, {1} the SIP code in it */
    MICROSOFT_SBC,
    /** {0} a number of Teams */
    MICROSOFT,
    /** {0} a cause of Q.850 with its name */
    CAUSE,
    /** {0} a name, {1} the cause of Q.850 with its own name */
    CAUSE_NAME,
    /** {0} a name that stands for no cause of Q.850 */
    OTHER_NAME,
    /** {0} a Warning code, {1} its meaning */
    WARNING,
    /** {0} a header, {1} what it is for */
    HEADER,
    /** {0} a name in the configuration of a product, {1} the products, {2} what it is about, as a sentence */
    SETTING,
    /** {0} a number, {1} its phrase in HTTP, {2} the response code as which it is treated */
    HTTP,
    /** {0} a number that looks like a response code, {1} the response code as which it is treated */
    UNLISTED;

    @Override
    public String group() {
        return "aside";
    }
}
