package org.ringback.packaging;

import java.util.ArrayList;
import java.util.List;
import org.ringback.command.CommandPages;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What three shells are told of the commands. Of picocli's script zsh understands only a part and complains of the rest at
 * each key, and fish nothing, so these two get files in their own words.
 */
final class Completion {

    private final CommandLine program;
    /** Whatever is called like this in the manual takes a file. */
    private final String file;

    Completion(Words words) {
        program = CommandPages.in(words.texts(), words.languages());
        file = arguments(program.getSubcommands().get("calls")).getFirst().paramLabel();
    }

    /** Shells read it and never start it, so it needs no line that says who would. */
    String bash() {
        return AutoComplete.bash(Product.NAME, program).replaceFirst("^#!.*\n", "");
    }

    String fish() {
        var lines = new StringBuilder("# What fish completes after \"ringback\".\n");
        String first = "complete -c " + Product.NAME + " -n __fish_use_subcommand";
        program.getSubcommands()
                .forEach((name, command) ->
                        lines.append(first + " -a " + name + " -d " + quoted(about(command)) + "\n"));
        program.getCommandSpec().options().forEach(option -> lines.append(fish(first, option)));
        program.getSubcommands().forEach((name, command) -> {
            String then = "complete -c " + Product.NAME + " -n '__fish_seen_subcommand_from " + name + "'";
            command.getCommandSpec().options().forEach(option -> lines.append(fish(then, option)));
            if (arguments(command).stream().noneMatch(this::takesFile)) {
                lines.append(then + " -f");
                String choices = String.join(
                        " ",
                        arguments(command).stream()
                                .flatMap(argument -> choices(argument).stream())
                                .toList());
                lines.append(choices.isEmpty() ? "\n" : " -a " + quoted(choices) + "\n");
            }
        });
        return lines.toString();
    }

    private String fish(String begin, OptionSpec option) {
        var line = new StringBuilder(begin);
        for (String name : option.names()) {
            line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            line.append(takesFile(option) ? " -r -F" : " -x");
        }
        if (!choices(option).isEmpty()) {
            line.append(" -a ").append(quoted(String.join(" ", choices(option))));
        }
        return line.append(" -d ")
                .append(quoted(described(option)))
                .append('\n')
                .toString();
    }

    String zsh() {
        var names = new ArrayList<String>();
        var cases = new StringBuilder();
        program.getSubcommands().forEach((name, command) -> {
            names.add(quoted(name + ":" + about(command)));
            cases.append("        " + name + ") _arguments" + zsh(command) + " ;;\n");
        });
        return """
            #compdef ringback
            local line state
            local -a commands
            typeset -A opt_args
            _arguments -C%s \\
                '1: :->first' '*:: :->more'
            case $state in
                first)
                    commands=(
                        %s
                    )
                    _alternative 'commands:command:{_describe command commands}' 'files:file:_files' ;;
                more)
                    case $line[1] in
            %s        *) _files ;;
                    esac ;;
            esac
            """.formatted(
                        zsh(program),
                        String.join("\n            ", names),
                        cases.toString().indent(4));
    }

    private String zsh(CommandLine command) {
        var words = new StringBuilder();
        String next = " \\\n            ";
        for (OptionSpec option : command.getCommandSpec().options()) {
            boolean valued = option.arity().max() > 0;
            for (String name : option.names()) {
                String value = valued ? "=" : "";
                String said = "[" + escaped(described(option)) + "]" + (valued ? action(option) : "");
                words.append(next).append(quoted(name + value + said));
            }
        }
        for (PositionalParamSpec argument : arguments(command)) {
            words.append(next).append(quoted((argument.arity().max() > 1 ? "*" : "") + action(argument)));
        }
        return words.toString();
    }

    private String action(ArgSpec argument) {
        String choices = choices(argument).isEmpty() ? " " : "(" + String.join(" ", choices(argument)) + ")";
        return ":" + escaped(argument.paramLabel()) + ":" + (takesFile(argument) ? "_files" : choices);
    }

    private boolean takesFile(ArgSpec argument) {
        return argument.paramLabel().equals(file);
    }

    private static List<String> choices(ArgSpec argument) {
        List<String> choices = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(choices::add);
        }
        return choices;
    }

    private static List<PositionalParamSpec> arguments(CommandLine command) {
        return command.getCommandSpec().positionalParameters();
    }

    private static String about(CommandLine command) {
        return String.join("", command.getCommandSpec().usageMessage().description())
                .formatted();
    }

    private static String described(OptionSpec option) {
        return String.join(" ", option.description()).formatted();
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\[\\]:\\\\])", "\\\\$1");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
