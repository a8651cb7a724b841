namespace TrainingHub.Courses.Drafts;

/// <summary>A file of a draft without its bytes.</summary>
/// <param name="Path">From the folder of all courses.</param>
/// <param name="Hash">SHA-256 of the bytes, lowercase hexadecimal.</param>
/// <param name="Length">Bytes.</param>
public sealed record DraftFileHead(string Path, string Hash, int Length);
