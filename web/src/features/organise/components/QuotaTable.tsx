/** Contingents with what is sold, held and left. */
import { graphql, readFragment, type FragmentType } from "../../../gql/index.ts";
import { organiseMessages as texts } from "../messages.ts";
import styles from "../SalesPage.module.css";

export const QuotaTable_quota = graphql(`
  fragment QuotaTable_quota on Quota {
    id
    name
    capacity
    sold
    held
    remaining
    version
    products {
      id
      name
    }
  }
`);

export function QuotaTable({ quotas: references }: { quotas: readonly FragmentType<typeof QuotaTable_quota>[] }) {
  const quotas = readFragment(QuotaTable_quota, references);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className={styles.scroll} role="region" aria-labelledby="quotas" tabIndex={0}>
      <table className={`${styles.table} figures`}>
        <thead>
          <tr>
            <th scope="col">{texts.quotaName}</th>
            <th scope="col">{texts.quotaProducts}</th>
            <th scope="col" className={styles.number}>
              {texts.sold}
            </th>
            <th scope="col" className={styles.number}>
              {texts.held}
            </th>
            <th scope="col" className={styles.number}>
              {texts.quotaLeft}
            </th>
            <th scope="col" className={styles.number}>
              {texts.capacity}
            </th>
            <th scope="col">
              <span className="visually-hidden">%</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {quotas.map((quota) => {
            const share = quota.capacity ? Math.round(((quota.sold + quota.held) / quota.capacity) * 100) : 0;
            return (
              <tr key={quota.id}>
                <th scope="row">{quota.name}</th>
                <td>{quota.products?.map((product) => product.name).join(", ")}</td>
                <td className={styles.number}>{quota.sold}</td>
                <td className={styles.number}>{quota.held}</td>
                <td className={styles.number}>{quota.remaining ?? texts.unlimited}</td>
                <td className={styles.number}>{quota.capacity ?? texts.unlimited}</td>
                <td>
                  {quota.capacity !== null && (
                    <span className={styles.bar} role="img" aria-label={texts.quotaShare(share)}>
                      <span style={{ width: `${String(Math.min(share, 100))}%` }} />
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
