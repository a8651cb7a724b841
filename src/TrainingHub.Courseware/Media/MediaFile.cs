namespace TrainingHub.Courseware.Media;

/// <summary>A picture, video or captions beside the lessons, looked at and found safe.</summary>
/// <param name="Path">From the folder of all courses.</param>
/// <param name="Kind">By content, which agrees with the name.</param>
/// <param name="Hash">SHA-256 of the bytes, lowercase hexadecimal.</param>
/// <param name="Width">Pixels as shown; 0 for what is no picture.</param>
/// <param name="Height">Pixels as shown; 0 for what is no picture.</param>
internal sealed record MediaFile(string Path, MediaKind Kind, string Hash, int Width, int Height)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
