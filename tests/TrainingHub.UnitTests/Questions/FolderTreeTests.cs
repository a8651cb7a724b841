using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class FolderTreeTests
{
    private static readonly Guid Bank = Guid.NewGuid();
    private readonly BankFolder _fire = Folder("消防"), _food = Folder("食品");
    private readonly BankFolder _extinguishers, _kinds;
    private readonly FolderTree _tree;

    public FolderTreeTests()
    {
        _extinguishers = Folder("灭火器", _fire);
        _kinds = Folder("种类", _extinguishers);
        _tree = new FolderTree([_kinds, _food, _extinguishers, _fire]);
    }

    [Fact]
    public void Names_a_folder_after_those_it_lies_in() =>
        Assert.Equal(["消防", "消防 / 灭火器", "消防 / 灭火器 / 种类", "食品"], _tree.Named.Select(one => one.Name));

    [Fact]
    public void A_folder_takes_with_it_what_lies_in_it() => Assert.Equal(new[] { _fire.Id, _extinguishers.Id, _kinds.Id }.Order(), _tree.WithBelow(_fire).Select(one => one.Id).Order());

    [Fact]
    public void A_folder_is_never_moved_into_itself_or_below_itself()
    {
        Assert.Equal(FolderRefusal.IntoItself, _tree.FindMoveRefusal(_fire, _fire.Id));
        Assert.Equal(FolderRefusal.IntoItself, _tree.FindMoveRefusal(_fire, _kinds.Id));
        Assert.Null(_tree.FindMoveRefusal(_extinguishers, _food.Id));
        Assert.Null(_tree.FindMoveRefusal(_kinds, null));
        Assert.Equal(FolderRefusal.Missing, _tree.FindMoveRefusal(_fire, Guid.NewGuid()));
    }

    [Fact]
    public void Six_folders_lie_in_each_other_and_no_more()
    {
        var deep = Folder("四", _kinds);
        var deeper = Folder("五", deep);
        var deepest = Folder("六", deeper);
        var tree = new FolderTree([_fire, _food, _extinguishers, _kinds, deep, deeper, deepest]);

        Assert.Null(tree.FindRefusal(deeper.Id, "另一个六"));
        Assert.Equal(FolderRefusal.TooDeep, tree.FindRefusal(deepest.Id, "七"));
        Assert.Equal(FolderRefusal.TooDeep, tree.FindMoveRefusal(_fire, _food.Id));
        Assert.Null(tree.FindMoveRefusal(_extinguishers, _food.Id));
    }

    [Fact]
    public void Names_are_not_used_twice_in_one_place()
    {
        Assert.Equal(FolderRefusal.NameUsed, _tree.FindRefusal(null, "消防"));
        Assert.Null(_tree.FindRefusal(_food.Id, "消防"));
        Assert.Null(_tree.FindNameRefusal(_fire, "消防"));
        Assert.Equal(FolderRefusal.NameUsed, _tree.FindNameRefusal(_fire, "食品"));
        Assert.Equal(FolderRefusal.NameMissing, _tree.FindNameRefusal(_fire, ""));
        Assert.Equal(FolderRefusal.NameTooLong, _tree.FindNameRefusal(_fire, new string('长', 61)));
    }

    [Fact]
    public void What_lies_in_a_folder_that_is_not_shared_is_not_shared_alone()
    {
        _fire.IsPrivate = true;

        Assert.True(_tree.IsInPrivate(_kinds));
        Assert.False(_tree.IsInPrivate(_fire));
        Assert.False(_tree.IsInPrivate(_food));
    }

    private static BankFolder Folder(string name, BankFolder? parent = null) => new() { Id = Guid.NewGuid(), OwnerId = Bank, ParentId = parent?.Id, Name = name };
}
