using System.Numerics;
using TrainingHub.People;

namespace TrainingHub.Coverage;

internal static class PostWords
{
    extension(CorePosition posts)
    {
        /// <summary>The single posts of a mask, in the order of the common core.</summary>
        public IEnumerable<CorePosition> Posts()
        {
            for (var rest = (uint)posts; rest != 0; rest &= rest - 1)
            {
                yield return (CorePosition)(1u << BitOperations.TrailingZeroCount(rest));
            }
        }
    }
}
