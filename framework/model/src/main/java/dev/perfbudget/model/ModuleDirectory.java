package dev.perfbudget.model;

/**
 * Where a module is, on this machine or on another one, whose paths this one need not be able to have.
 *
 * @param path absolute, with the separators of Unix or of Windows
 */
public record ModuleDirectory(String path) {

    /** The last folder of the path: that is the same on all machines. The whole path if it names no folder. */
    public String name() {
        var end = path.length();
        while (end > 0 && isSeparator(path.charAt(end - 1))) {
            end--;
        }
        var start = end;
        while (start > 0 && !isSeparator(path.charAt(start - 1))) {
            start--;
        }
        return end == 0 ? path : path.substring(start, end);
    }

    private static boolean isSeparator(char letter) {
        return letter == '/' || letter == '\\';
    }
}
