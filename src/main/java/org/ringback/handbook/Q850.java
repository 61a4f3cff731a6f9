package org.ringback.handbook;

import java.util.List;

/**
 * The recommended mapping between a code and the causes of Q.850, both ways. RFC 3398 sections 7.2.4.1 and 8.2.6.1.
 *
 * @param toCause what a gateway sends into the telephone network for this code, or {@code null} if it never gets there
 * @param fromCauses for which causes a gateway answers with this code
 * @param fromAnyOther whether it is also the answer for every cause that is not listed (500)
 */
public record Q850(ToCause toCause, List<Integer> fromCauses, boolean fromAnyOther) {

    /** No mapping in either direction. */
    static final Q850 NONE = new Q850(null, List.of(), false);

    public Q850 {
        fromCauses = fromCauses == null ? List.of() : List.copyOf(fromCauses);
    }

    /**
     * The cause that a gateway sends.
     *
     * @param cause 1 to 127, or {@code null} where there is none
     * @param note what to know beside it, or {@code null}
     */
    public record ToCause(Integer cause, CauseNote note) {}
}
