package org.ringback.report;

import java.util.Map;
import org.ringback.handbook.CodeClass;
import org.ringback.ladder.Line;
import org.ringback.ladder.NetworkMark;
import org.ringback.ladder.Row;

/** How the arrows of a ladder are drawn as SVG: the colors are those of the light window. */
final class LadderSvgStroke {

    private static final String REQUEST = "#0b7285";

    private static final String NETWORK = "#c92a2a";

    private static final Map<CodeClass, String> COLORS = Map.of(
            CodeClass.PROVISIONAL, "#3b5bdb",
            CodeClass.SUCCESS, "#23752f",
            CodeClass.REDIRECTION, "#7048a8",
            CodeClass.CLIENT_FAILURE, "#9a4c00",
            CodeClass.SERVER_FAILURE, "#c92a2a",
            CodeClass.GLOBAL_FAILURE, "#9c1f63",
            CodeClass.LOCAL, "#56606b");

    private LadderSvgStroke() {}

    /** The accent for requests, the color of their class for responses, that of alarms for what the network did. */
    static String color(Line line) {
        return switch (line) {
            case NetworkMark _ -> NETWORK;
            case Row row -> color(row.message().head().status());
        };
    }

    private static String color(int status) {
        if (status == 0) {
            return REQUEST;
        }
        return status < 100 ? COLORS.get(CodeClass.LOCAL) : COLORS.get(CodeClass.of(status));
    }

    /** Attributes of a line: a retransmission has long dashes, what is no message short ones. */
    static String dashes(Line line) {
        return switch (line) {
            case NetworkMark _ -> " stroke-dasharray=\"2 3\"";
            case Row row -> row.retransmission() ? " stroke-dasharray=\"5 4\"" : "";
        };
    }
}
