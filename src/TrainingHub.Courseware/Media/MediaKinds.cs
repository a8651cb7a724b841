namespace TrainingHub.Courseware.Media;

/// <summary>Kinds by file name, and how they are sent.</summary>
public static class MediaKinds
{
    /// <summary>Bytes of a picture.</summary>
    public const int LargestPicture = 5 * 1024 * 1024;

    /// <summary>Bytes of a video.</summary>
    public const int LargestVideo = 48 * 1024 * 1024;

    /// <summary>By extension, in lower case; None for every other.</summary>
    public static MediaKind Of(string path) => Path.GetExtension(path) switch
    {
        ".jpg" or ".jpeg" => MediaKind.Jpeg,
        ".png" => MediaKind.Png,
        ".mp4" => MediaKind.Mp4,
        ".vtt" => MediaKind.Captions,
        _ => MediaKind.None,
    };

    public static string ContentType(MediaKind kind) => kind switch
    {
        MediaKind.Jpeg => "image/jpeg",
        MediaKind.Png => "image/png",
        MediaKind.Mp4 => "video/mp4",
        MediaKind.Webm => "video/webm",
        MediaKind.Wav => "audio/wav",
        MediaKind.Mp3 => "audio/mpeg",
        MediaKind.Captions => "text/vtt; charset=utf-8",
        _ => "application/octet-stream",
    };

    public static int LargestOf(MediaKind kind) => kind switch
    {
        MediaKind.Mp4 => LargestVideo,
        MediaKind.Captions => 1024 * 1024,
        _ => LargestPicture,
    };
}
