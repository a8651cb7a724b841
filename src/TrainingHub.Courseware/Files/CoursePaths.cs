using System.Text.RegularExpressions;

namespace TrainingHub.Courseware.Files;

/// <summary>Names of files in a course, as zips and forms bring them.</summary>
public static partial class CoursePaths
{
    /// <summary>Characters of a path, folders included.</summary>
    public const int Longest = 180;

    /// <summary>Folder of standards beside the courses.</summary>
    public const string Standards = "_standards";

    /// <summary>Folder of named documents beside the courses.</summary>
    public const string Documents = "_documents";

    /// <summary>Folder of a course's own named documents.</summary>
    public const string OwnDocuments = "documents";

    /// <summary>Folder of a course's pictures, videos and captions.</summary>
    public const string Pictures = "pictures";

    /// <summary>Folder of a course's questions and of the pictures that belong to them.</summary>
    public const string Questions = "questions";

    /// <summary>Relative, without steps upwards, backslashes, drive letters, empty parts or control characters.</summary>
    public static bool IsSafe(string path) =>
        path.Length is > 0 and <= Longest
        && path[0] is not '/'
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Contains('\uFFFD', StringComparison.Ordinal)
        && !path.Any(char.IsControl)
        && !Drive().IsMatch(path)
        && path.Split('/').All(part => part.Length > 0 && part is not ("." or ".."));

    /// <summary>Whether it lies beside the courses, for all of them: a standard or a named document.</summary>
    public static bool IsShared(string path) => path.Split('/') is [Standards or Documents, _];

    /// <summary>What operating systems leave in a zip unasked; it is no part of a course.</summary>
    public static bool IsLitter(string path) =>
        path.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || path.Split('/')[^1] is ".DS_Store" or "Thumbs.db" or "desktop.ini";

    /// <summary>Lowercase Latin letters and digits joined by hyphens, at most 80: what may stand in an address.</summary>
    public static bool IsSlug(string slug) => Slugs.IsValid(slug);

    [GeneratedRegex("^[A-Za-z]:", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Drive();
}
