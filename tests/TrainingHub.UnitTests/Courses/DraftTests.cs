using TrainingHub.Courses;
using TrainingHub.Standards;

namespace TrainingHub.UnitTests.Courses;

public sealed class DraftTests
{
    private static readonly DateTime Now = new(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly Guid author = Guid.CreateVersion7();
    private readonly Guid reviewer = Guid.CreateVersion7();

    [Fact]
    public void Another_person_publishes_what_was_submitted()
    {
        var draft = Draft();

        Assert.False(draft.MayBePublishedBy(reviewer, hasEdited: false, OtherReviewers.Uninvolved));
        Assert.True(draft.Submit(author, Now));
        Assert.False(draft.Submit(author, Now));
        Assert.False(draft.MayBeEdited);
        Assert.False(draft.MayBePublishedBy(author, hasEdited: true, OtherReviewers.Editors));
        Assert.True(draft.MayBePublishedBy(reviewer, hasEdited: false, OtherReviewers.Uninvolved));
        Assert.False(draft.MayBePublishedBy(reviewer, hasEdited: true, OtherReviewers.Uninvolved));
        Assert.True(draft.MayBePublishedBy(reviewer, hasEdited: true, OtherReviewers.Editors));
        Assert.True(draft.MayBePublishedBy(author, hasEdited: true, OtherReviewers.None));
        draft.Publish("hash");
        Assert.False(draft.GiveBack(reviewer, "再改"));
        Assert.Throws<InvalidOperationException>(() => draft.Publish("hash"));
    }

    [Fact]
    public void What_is_given_back_is_written_again_and_says_why()
    {
        var draft = Draft();
        draft.Submit(author, Now);

        Assert.True(draft.GiveBack(reviewer, "题目太少"));

        Assert.True(draft.MayBeEdited);
        Assert.Equal(("题目太少", reviewer), (draft.Remark, draft.RemarkBy));
        draft.Submit(author, Now);
        Assert.Equal("", draft.Remark);
    }

    [Theory]
    [InlineData("a\nb\nc", "a\nb\nc", " a b c")]
    [InlineData("a\nb\nc", "a\nx\nc", " a-b+x c")]
    [InlineData("a\nc", "a\nb\nc", " a+b c")]
    [InlineData("a\nb\nc", "a\nc", " a-b c")]
    [InlineData("", "a", "+a")]
    [InlineData("a\r\nb", "a\nb", " a b")]
    [InlineData("a\na", "a", " a-a")]
    [InlineData("x\ny\nz\nq", "y\nx\nz\np", "-x y+x z-q+p")]
    public void Lines_are_compared(string before, string after, string expected) =>
        Assert.Equal(expected, string.Concat(LineDifference.Of(before, after).Select(line => $"{(line.Kind switch { DifferenceKind.Deleted => "-", DifferenceKind.Inserted => "+", _ => " " })}{line.Text}")));

    [Fact]
    public void Compared_lines_are_both_texts_again()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var (before, after) = (Some(), Some());

            var lines = LineDifference.Of(before, after);

            Assert.Equal(before, string.Join('\n', lines.Where(line => line.Before is not null).OrderBy(line => line.Before).Select(line => line.Text)));
            Assert.Equal(after, string.Join('\n', lines.Where(line => line.After is not null).OrderBy(line => line.After).Select(line => line.Text)));
            Assert.All(lines, line => Assert.Equal(line.Kind is DifferenceKind.Kept, line.Before is not null && line.After is not null));
        }

        string Some() => string.Join('\n', Enumerable.Range(0, random.Next(1, 12)).Select(_ => $"{(char)('a' + random.Next(4))}"));
    }

    private CourseDraft Draft() => new()
    {
        Id = Guid.CreateVersion7(),
        Slug = "doors",
        OwnerId = Guid.CreateVersion7(),
        Title = "门",
        SearchText = "门 doors",
        CreatedAt = Now,
        CreatedBy = author,
        ChangedAt = Now,
        ChangedBy = author,
        Stamp = Guid.CreateVersion7(),
    };
}
