namespace TrainingHub.Courseware.Media;

/// <summary>What a lesson may show beside words.</summary>
public enum MediaKind
{
    None,
    Jpeg,
    Png,
    Mp4,

    /// <summary>Captions of a video, as WebVTT.</summary>
    Captions,
    Webm,
    Wav,
    Mp3,
}
