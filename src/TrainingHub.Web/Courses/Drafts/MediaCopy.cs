using TrainingHub.Courseware.Media;

namespace TrainingHub.Courses.Drafts;

/// <summary>A picture, a video or captions on disk.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Hash">SHA-256 of the bytes, lowercase hexadecimal.</param>
/// <param name="Kind">How it is sent.</param>
public sealed record MediaCopy(string Path, string Hash, MediaKind Kind);
