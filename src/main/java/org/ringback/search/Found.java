package org.ringback.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** What a search found. */
public final class Found {

    /** Nothing at all. */
    public static final Found NOTHING = byNumber(List.of());

    private final List<Integer> codes;
    private final Optional<String> meant;
    private final List<Aside> asides;
    private final IntFunction<Optional<WhyFound>> reasons;

    Found(List<Integer> codes, Optional<String> meant, List<Aside> asides, IntFunction<Optional<WhyFound>> reasons) {
        this.codes = List.copyOf(codes);
        this.meant = meant;
        this.asides = List.copyOf(asides);
        this.reasons = reasons;
    }

    static Found byNumber(List<Integer> codes) {
        return new Found(codes, Optional.empty(), List.of(), code -> Optional.empty());
    }

    /** The numbers of the codes, best first. */
    public List<Integer> codes() {
        return codes;
    }

    /** What was looked for instead of what was typed, because it was typed in other letters than it was meant in. */
    public Optional<String> meant() {
        return meant;
    }

    /**
     * The same, with what was typed that is no code; the codes that this leads to come first, and alone if it is all. Then
     * they need no reason, and the one that its words would give was found by chance.
     */
    public Found beside(List<Aside> named) {
        if (named.isEmpty()) {
            return this;
        }
        var all = new LinkedHashSet<Integer>();
        named.forEach(aside -> all.addAll(aside.codes()));
        if (named.stream().anyMatch(Aside::whole)) {
            return new Found(List.copyOf(all), meant, named, code -> Optional.empty());
        }
        all.addAll(codes);
        return new Found(List.copyOf(all), meant, named, reasons);
    }

    /** What was typed that is no code. */
    public List<Aside> asides() {
        return asides;
    }

    /** Whether there is nothing to show. */
    public boolean nothing() {
        return codes.isEmpty() && asides.isEmpty();
    }

    /** Why a code is among them, where that is not obvious; worked out when it is asked for. */
    public Optional<WhyFound> reason(int code) {
        return reasons.apply(code);
    }
}
