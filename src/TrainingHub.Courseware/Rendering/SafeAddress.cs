namespace TrainingHub.Courseware.Rendering;

/// <summary>Which addresses a lesson may link to.</summary>
internal static class SafeAddress
{
    /// <summary>
    /// http, https, or relative to this site. Refused: every other scheme, addresses without scheme that name another host
    /// (<c>//host</c>), and backslashes or control characters, which browsers mend into one of those.
    /// </summary>
    public static bool IsSafe(string? address)
    {
        if (string.IsNullOrWhiteSpace(address) || address.Any(letter => char.IsControl(letter) || letter is '\\') || address[0] is ' ')
        {
            return false;
        }

        if (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var scheme = address.IndexOf(':', StringComparison.Ordinal);
        var pathEnd = address.IndexOfAny(['/', '?', '#']);
        return !address.StartsWith("//", StringComparison.Ordinal) && (scheme < 0 || (pathEnd >= 0 && pathEnd < scheme));
    }
}
