using System.Globalization;
using TrainingHub.People;

namespace TrainingHub.Coverage;

internal static class UnitOrder
{
    // As a Chinese reader looks names up: by pinyin.
    private static readonly StringComparer ByPinyin = StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), ignoreCase: true);

    extension(IEnumerable<FigureRow<UnitChoice>> rows)
    {
        public IEnumerable<FigureRow<UnitChoice>> In((UnitSort Column, bool IsDown) order)
        {
            var byName = rows.OrderBy(row => row.Of.Name, ByPinyin).ThenBy(row => row.Of.Id);
            return Ordered(byName, order.Column, order.IsDown);
        }
    }

    extension(IEnumerable<FigureRow<CorePosition>> rows)
    {
        public IEnumerable<FigureRow<CorePosition>> In((UnitSort Column, bool IsDown) order) => Ordered(rows.OrderBy(row => row.Of), order.Column, order.IsDown);
    }

    /// <summary>Sorting keeps the order that rows with one figure have: that of their names.</summary>
    private static IEnumerable<FigureRow<T>> Ordered<T>(IEnumerable<FigureRow<T>> byName, UnitSort sort, bool isDown)
    {
        if (sort is UnitSort.Name)
        {
            return isDown ? byName.Reverse() : byName;
        }

        var sign = isDown ? -1 : 1;
        return sort is UnitSort.Percentage
            ? byName.OrderBy(row => row.Figure.Percentage is null).ThenBy(row => sign * (row.Figure.Percentage?.Tenths ?? 0))
            : byName.OrderBy(row => sign * Number(row.Figure, sort));
    }

    private static int Number(CoverageFigure figure, UnitSort sort) => sort switch
    {
        UnitSort.Undeclared => figure.UndeclaredUnits,
        UnitSort.Counted => figure.Counted,
        UnitSort.Covered => figure.Covered,
        UnitSort.Excluded => figure.Excluded,
        UnitSort.Vacant => figure.VacantPosts,
        _ => figure.Missing,
    };
}
