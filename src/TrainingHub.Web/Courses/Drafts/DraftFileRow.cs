namespace TrainingHub.Courses.Drafts;

/// <summary>A file in a draft's list.</summary>
/// <param name="Path">From the folder of all courses.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Errors">Problems of the file that stop publishing.</param>
/// <param name="Warnings">Other problems of it.</param>
public sealed record DraftFileRow(string Path, int Length, int Errors, int Warnings)
{
    /// <summary>Address of the file below a draft: every part written for an address.</summary>
    public static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
