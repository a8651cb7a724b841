using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace TrainingHub.Questions.Answers;

/// <summary>The fields in which one question is answered, filled with what was answered so far. Nothing in it tells the key.</summary>
public sealed record AnswerFields
{
    /// <summary>What the names of the fields end in: the item's number.</summary>
    public required string Name { get; init; }
    public required QuestionKind Kind { get; init; }

    /// <summary>What bears letters, in the order shown; empty for true/false, whose words are the page's.</summary>
    public required IReadOnlyList<string> Lettered { get; init; }

    /// <summary>匹配题: what the lettered are matched with.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>填空题: the stem between its blanks; of other kinds the stem alone.</summary>
    public required IReadOnlyList<string> Pieces { get; init; }
    public int MostCharacters { get; init; }
    public PictureView? Picture { get; init; }
    public IReadOnlyList<PictureView> MorePictures { get; init; } = [];

    /// <summary>As a <see cref="Response"/> writes itself, letters as displayed; empty without an answer.</summary>
    public required string Text { get; init; }

    public int BlankCount => Pieces.Count - 1;

    /// <summary>The stem for a page.</summary>
    public IHtmlContent Stem => new StemContent(Pieces);

    /// <param name="name">What the names of the fields end in.</param>
    /// <param name="prompt">What is asked.</param>
    /// <param name="order">Original indices in the order shown.</param>
    /// <param name="text">Answered so far.</param>
    /// <param name="folder">Address under which the pictures are served.</param>
    public static AnswerFields Of(string name, QuestionPrompt prompt, IReadOnlyList<int> order, string text, string folder)
    {
        var lettered = prompt.Kind is QuestionKind.Matching ? prompt.Targets : prompt.Options;
        return new AnswerFields
        {
            Name = name,
            Kind = prompt.Kind,
            Lettered = prompt.Kind is QuestionKind.TrueFalse ? [] : [.. order.Select(index => lettered[index])],
            Items = prompt.Kind is QuestionKind.Matching ? prompt.Options : [],
            Pieces = prompt.StemPieces,
            MostCharacters = prompt.MostCharacters,
            Picture = prompt.Picture is { } picture ? PictureView.Of(picture, folder) : null,
            MorePictures = [.. prompt.MorePictures.Select(further => PictureView.Of(further, folder))],
            Text = text,
        };
    }

    public static char Letter(int place) => (char)('A' + place);

    /// <summary>Of choice, places and steps: whether the letter is in the answer.</summary>
    public bool IsPicked(int place) => Text is not ['@', ..] && Text.Contains(Letter(place), StringComparison.Ordinal);

    /// <summary>填空题: what stands in a blank, from 0.</summary>
    public string Blank(int at) => Part('\n', at);

    /// <summary>排序题: the letter at a place of the order, from 0; null when none stands there yet.</summary>
    public char? Step(int at) => at < Text.Length ? Text[at] : null;

    /// <summary>匹配题: the letter chosen for an item, from 0; null when none was chosen.</summary>
    public char? Target(int at) => at < Text.Length && Text[at] is not '-' ? Text[at] : null;

    /// <summary>图上标注题: the spots marked; empty when the list of places was used.</summary>
    public string Spots => Text is ['@', ..] ? Text : "";

    public bool IsLevel(HazardLevel level) => string.Equals(Part(';', 0), level.ToString(), StringComparison.Ordinal);

    /// <summary>隐患判定题: whether the clause's letter was chosen.</summary>
    public bool IsClause(int place) => Part(';', 1) is [var letter] && letter == Letter(place);

    public bool IsConfidence(int percent) => string.Equals(Part(';', 2), percent.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private string Part(char separator, int at) => Text.Split(separator) is var parts && at < parts.Length ? parts[at] : "";
}
