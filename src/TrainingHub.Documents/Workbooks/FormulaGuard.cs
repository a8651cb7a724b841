namespace TrainingHub.Documents;

/// <summary>Knows the text that a spreadsheet program would take for a formula.</summary>
internal static class FormulaGuard
{
    /// <summary>
    /// = + - @ and their full-width forms begin a formula, a tab or line break before them is skipped on import.
    /// </summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && "=+-@＝＋－＠\t\r\n".Contains(text[0], StringComparison.Ordinal);
}
