namespace TrainingHub.Courseware.Media;

/// <summary>A file without anything but what is shown.</summary>
/// <param name="Kind">By content.</param>
/// <param name="Bytes">Rewritten: metadata and whatever follows the end are gone.</param>
/// <param name="Width">Pixels as shown; 0 for what is no picture.</param>
/// <param name="Height">Pixels as shown; 0 for what is no picture.</param>
public sealed record CleanMedia(MediaKind Kind, byte[] Bytes, int Width, int Height);
