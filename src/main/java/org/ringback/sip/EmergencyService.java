package org.ringback.sip;

import java.util.Set;

/** How somebody who needs help is seen to call for it: by a number that is dialed, or by a URN (RFC 5031, 4.2). */
public final class EmergencyService {

    /** What the name of every such service begins with; one of them may follow, as in {@code urn:service:sos.fire}. */
    public static final String URN = "urn:service:sos";

    /** What every mobile phone takes for one, in whichever country (3GPP TS 22.101, 10.1.1; ITU-T E.161.1). */
    private static final Set<String> EVERYWHERE = Set.of("112", "911");

    /** That of a whole country, or of many: Australia and neighbors, the United Kingdom and many others. */
    private static final Set<String> RESERVED = Set.of("000", "999");

    /** National numbers, as countries tell the ITU (ITU-T E.129); 988 and 196 are for other kinds of distress. */
    private static final Set<String> SOMEWHERE = Set.of(
            "15", "17", "18", "100", "101", "102", "103", "104", "108", "110", "111", "113", "114", "115", "117", "118",
            "119", "120", "122", "123", "124", "127", "128", "132", "133", "140", "144", "150", "155", "158", "190",
            "191", "192", "193", "194", "195", "196", "197", "198", "199", "933", "988", "995", "997", "998");

    private EmergencyService() {}

    /** Whether this URI is the name of one. */
    public static boolean named(String uri) {
        return uri.regionMatches(true, 0, URN, 0, URN.length())
                && (uri.length() == URN.length() || !Character.isLetterOrDigit(uri.charAt(URN.length())));
    }

    /** Whether a number is one wherever it is dialed. */
    public static boolean everywhere(String number) {
        return EVERYWHERE.contains(bare(number));
    }

    /** Whether a number is one in so many places that nobody gives it to a telephone, not even where it is none. */
    public static boolean reserved(String number) {
        return everywhere(number) || RESERVED.contains(bare(number));
    }

    /** Whether a number is one in some country; elsewhere it may be somebody's extension. */
    public static boolean somewhere(String number) {
        return reserved(number) || SOMEWHERE.contains(bare(number));
    }

    /** Some exchanges put a plus before whatever they pass on. */
    private static String bare(String number) {
        return number.startsWith("+") ? number.substring(1) : number;
    }
}
