namespace TrainingHub.Courseware.Media;

/// <summary>Looks at the files in the folder pictures.</summary>
internal static class MediaReader
{
    /// <summary>Null when it is not what its name says, too large or broken, which is then in the log.</summary>
    public static MediaFile? Read(string path, long length, Func<MediaFinding> lookAt, ProblemLog log)
    {
        var (kind, place) = (MediaKinds.Of(path), new Place(path, null));
        if (length > MediaKinds.LargestOf(kind))
        {
            log.Error(
                place,
                "media-too-large",
                ($"文件有{length:#,0}字节，超过{MediaKinds.LargestOf(kind) / 1024 / 1024} MB。", $"The file has {length:#,0} bytes, more than {MediaKinds.LargestOf(kind) / 1024 / 1024} MB."),
                ("先缩小图片或者压缩视频。", "Make the picture or video smaller first."));
            return null;
        }

        var found = lookAt();
        if (found.Kind != kind)
        {
            log.Error(
                place,
                "media-unsafe",
                ("内容与文件名不符，或者文件损坏，不能给学员看。", "The content is not what the name says, or the file is broken: learners must not get it."),
                ("换成完整的jpg、png、mp4或者UTF-8的vtt文件；SVG和其他格式先转换。", "Use a whole jpg, png or mp4 file or a vtt file in UTF-8; convert SVG and other formats first."));
            return null;
        }

        if (found.TellsMore)
        {
            log.Warning(
                place,
                "media-metadata",
                ("文件里带有拍摄时间、地点或者设备等信息。", "The file tells when, where or with what it was made."),
                ("在课程草稿里上传一次，系统会去掉这些信息。", "Upload it once in a course draft: the system takes them out."));
        }

        return new MediaFile(path, kind, found.Hash, found.Width, found.Height);
    }
}
