using TrainingHub.Courseware.Files;
using TrainingHub.Courseware.Media;

namespace TrainingHub.Courses.Drafts;

/// <summary>A picture for a lesson.</summary>
public sealed record PictureInput
{
    public IFormFile? Picture { get; init; }

    /// <summary>What there is to see, for those who do not see it.</summary>
    public string Alternative { get; init => field = Plain(value, 300); } = "";

    public string Caption { get; init => field = Plain(value, 120); } = "";

    /// <summary>Path of the lesson that shows it.</summary>
    public string Lesson { get; init => field = value ?? ""; } = "";

    /// <summary>The uploaded name where it can stand in an address, else one made of the content.</summary>
    public string NameFor(MediaKind kind, string hash)
    {
        var own = Path.GetFileNameWithoutExtension(Picture?.FileName ?? "").ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
        var name = CoursePaths.IsSlug(own) && own.Length <= 60 ? own : $"picture-{hash[..8]}";
        return $"{name}{(kind is MediaKind.Png ? ".png" : ".jpg")}";
    }

    public string BlockFor(string name) => $"::: picture {name}{(Caption.Length > 0 ? $" {Caption}" : "")}\n{Alternative}\n:::";

    // One line without what would end the block or begin another.
    private static string Plain(string? text, int most)
    {
        var line = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimStart(':', '#', '>', '-', '*', '+').Trim();
        return line.Length > most ? line[..most] : line;
    }
}
