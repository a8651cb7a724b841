using System.Globalization;

namespace TrainingHub.Coverage;

internal static class UnitOrder
{
    // As a Chinese reader looks names up: by pinyin.
    private static readonly StringComparer ByPinyin = StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), ignoreCase: true);

    extension(IEnumerable<FigureRow<UnitChoice>> rows)
    {
        public IOrderedEnumerable<FigureRow<UnitChoice>> In(UnitSort sort)
        {
            var first = sort switch
            {
                UnitSort.Name => rows.OrderBy(_ => 0),
                UnitSort.Percentage => rows.OrderBy(row => row.Figure.Percentage?.Tenths ?? int.MaxValue),
                UnitSort.Undeclared => rows.OrderByDescending(row => row.Figure.UndeclaredUnits),
                UnitSort.Counted => rows.OrderByDescending(row => row.Figure.Counted),
                _ => rows.OrderByDescending(row => row.Figure.Missing),
            };
            return first.ThenBy(row => row.Of.Name, ByPinyin).ThenBy(row => row.Of.Id);
        }
    }
}
