using System.Globalization;

namespace TrainingHub.Certificates;

/// <summary>A name for the eyes of strangers.</summary>
public static class NameMask
{
    private const string Hidden = "＊";

    /// <summary>The first character and one ＊ for each further one: 沈＊＊. A name of one character is hidden altogether; an empty one stays empty.</summary>
    public static string Mask(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var length = new StringInfo(name).LengthInTextElements;
        return length switch
        {
            0 => "",
            1 => Hidden,
            _ => StringInfo.GetNextTextElement(name) + string.Concat(Enumerable.Repeat(Hidden, length - 1)),
        };
    }
}
