package org.ringback.search;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ringback.handbook.Entry;
import org.ringback.handbook.ResponseCode;
import org.ringback.search.terms.Words;

/** What a search has to know about the codes beside their words: numbers, registration, products. */
final class CodeFacts {

    private final int[] numbers;
    private final BitSet registered = new BitSet();
    private final List<Set<String>> products;
    private final List<String> phrases;

    CodeFacts(List<Entry> entries) {
        numbers = entries.stream().mapToInt(Entry::number).toArray();
        for (int i = 0; i < numbers.length; i++) {
            registered.set(i, entries.get(i).code().registered());
        }
        products = entries.stream().map(entry -> products(entry.code())).toList();
        phrases = entries.stream()
                .map(entry -> String.join(" ", Words.of(entry.code().phrase())))
                .toList();
    }

    private static Set<String> products(ResponseCode code) {
        var products = new HashSet<String>();
        code.emitters().forEach(emitter -> products.addAll(Words.of(emitter)));
        return products;
    }

    int count() {
        return numbers.length;
    }

    int number(int code) {
        return numbers[code];
    }

    int[] numbers() {
        return numbers.clone();
    }

    boolean registered(int code) {
        return registered.get(code);
    }

    /** Whether its phrase on the wire begins so; both as folded words. */
    boolean phraseBegins(int code, String words) {
        return phrases.get(code).startsWith(words);
    }

    /** The words in the names of the products that send or print it. */
    Set<String> products(int code) {
        return products.get(code);
    }
}
